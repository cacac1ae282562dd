"""Which trials of a study are best, and who chooses their parameters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.proofs.protocol import Verdicts, matching, proves


@proves("mla-optuna-003")
def trials_on_the_front(folder: Path) -> Verdicts:
    import optuna

    study = optuna.create_study(directions=["minimize", "maximize"])
    for values in ((30, 0.80), (20, 0.78), (40, 0.85), (35, 0.79)):
        study.add_trial(optuna.trial.create_trial(values=values))
    return matching(len(study.best_trials), {"one": 1, "two": 2, "three": 3, "four": 4})


@proves("mla-optuna-004")
def trials_that_the_sampler_decides(folder: Path) -> Verdicts:
    import optuna

    def objective(trial: Any) -> float:
        return float(trial.suggest_float("lr", 0.001, 0.1))

    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.RandomSampler(seed=0))
    for params in ({"lr": 0.01}, {"lr": 0.03}):
        study.enqueue_trial(params)
    study.optimize(objective, n_trials=3)
    study.optimize(objective, n_trials=3)
    chosen = sum("fixed_params" not in trial.system_attrs for trial in study.trials)
    return matching(chosen, {"two": 2, "four": 4, "six": 6, "three": 3})


@proves("mla-optuna-001")
def trials_stopped_by_the_median(folder: Path) -> Verdicts:
    import optuna

    losses = ((0.90, 0.40), (0.80, 0.60), (0.95, 0.30), (0.82, 0.55), (0.84, 0.45))

    def objective(trial: Any) -> float:
        for step, loss in enumerate(losses[trial.number]):
            trial.report(loss, step)
            if trial.should_prune():
                raise optuna.TrialPruned
        return losses[trial.number][-1]

    study = optuna.create_study(pruner=optuna.pruners.MedianPruner(n_startup_trials=2))
    study.optimize(objective, n_trials=len(losses))
    pruned = [trial.number for trial in study.trials if trial.state == optuna.trial.TrialState.PRUNED]
    return matching(len(pruned), {"none": 0, "one": 1, "two": 2, "four": 4})


@proves("mla-optuna-002")
def the_best_of_completed_trials(folder: Path) -> Verdicts:
    import optuna

    complete, pruned = optuna.trial.TrialState.COMPLETE, optuna.trial.TrialState.PRUNED
    study = optuna.create_study()
    for state, value in (
        (complete, 0.84),
        (pruned, 0.62),
        (complete, 0.91),
        (complete, 0.78),
        (pruned, 0.93),
    ):
        trial = optuna.trial.create_trial(state=state, value=value, intermediate_values={0: value})
        study.add_trial(trial)
    return matching(study.best_trial.number, {"t1": 1, "t2": 2, "t3": 3, "t4": 4})
