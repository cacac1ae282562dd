from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from app.storage.files import address


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/home/a b/50%/x?.db"), "file:///home/a%20b/50%25/x%3F.db"),
        (PureWindowsPath("C:\\Users\\a b\\x.db"), "file:///C:/Users/a%20b/x.db"),
        (PureWindowsPath("\\\\host\\share\\x.db"), "file:////host/share/x.db"),
    ],
)
def test_the_address_of_a_file(path: PurePath, expected: str) -> None:
    assert address(path) == expected
