"""Which events of its webhooks a tracking server of open-source MLflow sends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mlp-webhooks-004")
def messages_of_a_release(folder: Path) -> Verdicts:
    import mlflow
    import requests
    from mlflow import MlflowClient

    class Wear(mlflow.pyfunc.PythonModel):
        def predict(self, context: Any, model_input: Any, params: Any = None) -> Any:
            return model_input

    store = f"sqlite:///{folder}/server.db"
    mlflow.set_tracking_uri(store)
    mlflow.set_registry_uri(store)
    with mlflow.start_run():
        logged = mlflow.pyfunc.log_model(name="model", python_model=Wear(), pip_requirements=[])
    for _ in range(2):
        mlflow.register_model(logged.model_uri, "prod.press.wear")
    mlflow.register_model(logged.model_uri, "staging.press.wear", tags={"gate": "passed", "line": "2"})
    MlflowClient().set_registered_model_alias("prod.press.wear", "champion", "2")

    os.environ["MLFLOW_FLASK_SERVER_SECRET_KEY"] = "proof"
    from mlflow.server import app, handlers

    handlers.initialize_backend_stores(store, store, str(folder))
    server, sent = app.test_client(), []
    handlers.deliver_webhook = lambda *, event, payload, store: sent.append(str(event))

    def through_the_server(self: Any, method: str, url: str, **options: Any) -> requests.Response:
        """The client's request, answered by the server's application in this process."""
        reply = server.open(
            urlsplit(url).path,
            method=method,
            query_string=options.get("params"),
            json=options.get("json"),
            headers={"Host": "localhost"},
        )
        response = requests.Response()
        response.status_code, response._content = reply.status_code, reply.data
        response.headers.update(dict(reply.headers))
        return response

    requests.Session.request = through_the_server  # type: ignore[method-assign]
    client = MlflowClient(tracking_uri="http://localhost", registry_uri="http://localhost")
    mv = client.copy_model_version("models:/staging.press.wear/1", "prod.press.wear")
    client.set_model_version_tag("prod.press.wear", mv.version, "released_by", "line-2")
    client.set_registered_model_alias("prod.press.wear", "champion", mv.version)
    subscribed = {
        "model_version.created",
        "model_version_tag.set",
        "model_version_alias.created",
        "model_version_alias.deleted",
    }
    messages = sum(event in subscribed for event in sent)
    return matching(messages, {"three": 3, "four": 4, "five": 5, "six": 6})
