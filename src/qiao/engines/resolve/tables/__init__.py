"""Whole tables compared with themselves: columns, candidate pairs, what is measured of a pair, and what rivals say."""
