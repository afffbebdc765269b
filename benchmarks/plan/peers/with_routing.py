"""OR-Tools routing: guided local search, a missed prize costs a fiftieth of the day's length for each point."""

from __future__ import annotations

import time

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from qiao.engines.plan.toptw.problem import Problem

WALL = 60  # times the seconds asked for, should the limit of processor time not be asked in time


def tours(problem: Problem, seconds: float) -> list[list[int]]:
    began = time.process_time()
    manager = pywrapcp.RoutingIndexManager(len(problem.prize), problem.tours, 0)
    model = _model(problem, manager)
    solver = model.solver()
    model.AddSearchMonitor(solver.CustomLimit(lambda: time.process_time() - began >= seconds))
    asked = pywrapcp.DefaultRoutingSearchParameters()
    asked.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    asked.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    asked.time_limit.FromMilliseconds(int(seconds * WALL * 1000))
    found = model.SolveWithParameters(asked)
    return [] if found is None else [_tour(model, manager, found, number) for number in range(problem.tours)]


def _model(problem: Problem, manager: pywrapcp.RoutingIndexManager) -> pywrapcp.RoutingModel:
    model = pywrapcp.RoutingModel(manager)
    opens, closes = int(problem.opens[0]), int(problem.latest[0])
    ways = problem.travel.tolist()
    spent = (problem.travel + problem.service[:, None]).tolist()
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(ways))
    model.AddDimension(model.RegisterTransitMatrix(spent), closes, closes, False, "time")
    clock = model.GetDimensionOrDie("time")
    unit = max(1, (closes - opens) // 50)
    for number in range(1, len(problem.prize)):
        index = manager.NodeToIndex(number)
        clock.CumulVar(index).SetRange(int(problem.opens[number]), int(problem.latest[number]))
        model.AddDisjunction([index], int(problem.prize[number]) * unit)
    for tour in range(problem.tours):
        clock.CumulVar(model.Start(tour)).SetRange(opens, closes)
        clock.CumulVar(model.End(tour)).SetRange(opens, closes)
    return model


def _tour(
    model: pywrapcp.RoutingModel, manager: pywrapcp.RoutingIndexManager, found: pywrapcp.Assignment, number: int
) -> list[int]:
    stops: list[int] = []
    index = found.Value(model.NextVar(model.Start(number)))
    while not model.IsEnd(index):
        stops.append(manager.IndexToNode(index))
        index = found.Value(model.NextVar(index))
    return stops
