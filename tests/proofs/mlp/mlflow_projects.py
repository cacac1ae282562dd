"""MLflow Projects on the local backend: the command that is built, and the commit that is recorded."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-mlflow-projects-002")
def command_of_the_entry_point(folder: Path) -> Verdicts:
    from mlflow.projects import load_project

    (folder / "MLproject").write_text(
        "name: churn\n"
        "entry_points:\n"
        "  main:\n"
        "    parameters:\n"
        "      alpha: {type: float, default: 0.5}\n"
        "      l1_ratio: {type: float, default: 0.1}\n"
        '    command: "python train.py --alpha {alpha} --l1 {l1_ratio}"\n'
    )
    entry = load_project(str(folder)).get_entry_point("main")
    command = entry.compute_command({"alpha": "0.2", "depth": "4"}, storage_dir=None)
    return matching(
        command,
        {
            "undeclared-dropped": "python train.py --alpha 0.2 --l1 0.1",
            "names-dropped": "python train.py --alpha 0.2 --l1_ratio 0.1",
            "appended": "python train.py --alpha 0.2 --l1 0.1 --depth 4",
            "names-as-flags": "python train.py --alpha 0.2 --l1_ratio 0.1 --depth 4",
        },
    )


@proves("mlp-mlflow-projects-004")
def runs_whose_commit_holds_their_code(folder: Path) -> Verdicts:
    import git
    import mlflow
    import mlflow.projects

    project = folder / "project"
    project.mkdir()
    repository = git.Repo.init(project)
    script, executed = project / "train.txt", folder / "executed.txt"
    (project / "MLproject").write_text(
        f'name: demo\nentry_points:\n  main:\n    command: "cp train.txt {executed}"\n'
    )

    def save(rate: float) -> None:
        script.write_text(f"lr = {rate}")

    def commit() -> None:
        repository.git.add(".")
        repository.git.execute(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-m", "step"]
        )

    def repeatable() -> bool:
        submitted = mlflow.projects.run(str(project), env_manager="local")
        tags = mlflow.get_run(submitted.run_id).data.tags
        recorded = repository.commit(tags["mlflow.source.git.commit"])
        committed = (recorded.tree / "train.txt").data_stream.read().decode()
        return bool(committed == executed.read_text())

    found: dict[str, bool] = {}
    save(0.10)
    commit()
    found["R1"] = repeatable()
    save(0.05)
    found["R2"] = repeatable()
    commit()
    found["R3"] = repeatable()
    save(0.01)
    found["R4"] = repeatable()
    commit()
    return matching(
        {run for run, same in found.items() if same},
        {
            "first": {"R1"},
            "clean": {"R1", "R3"},
            "saved": {"R2", "R4"},
            "all": {"R1", "R2", "R3", "R4"},
        },
    )
