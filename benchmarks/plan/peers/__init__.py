"""Other solvers on the same orienteering problems, with the settings that served them best in trials.

Each takes a problem and seconds of processor time and gives tours; its package is needed only to compare.
"""
