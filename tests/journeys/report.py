"""A short report of our own making, for the journeys."""

REPORT = """Linhu High-tech Zone in Austria
Published: 14 May 2025

From 5 to 9 May a delegation of the Linhu High-tech Zone, led by its deputy director Chen Yulan, travelled to Austria. \
In 4 days the delegation signed three letters of intent and met more than 20 start-up projects.

On 6 May the delegation held the Linhu Open Innovation Forum in Graz. Nearly 200 guests attended. The delegation \
visited Steinfeld Mobility GmbH and met its chief executive Karin Lobmayr. It signed a letter of intent with \
Steinfeld Mobility GmbH. The delegation hopes that Steinfeld Mobility will build a plant in the zone.
"""
