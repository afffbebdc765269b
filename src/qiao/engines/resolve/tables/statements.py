"""What DuckDB is asked for a stored table. 0 stands for "unknown" in all hashes."""

from __future__ import annotations

FACTS = "row, joined, initial, acronym, country, city, link, domain, site"

TABLES = """
CREATE TABLE facts (row BIGINT, joined UBIGINT, initial UBIGINT, acronym UBIGINT, country UBIGINT, city UBIGINT,
    link UBIGINT, domain UBIGINT, site UBIGINT);
CREATE TABLE bearing (word UBIGINT, city UBIGINT);
CREATE TABLE entries (row BIGINT, key UBIGINT);
CREATE TABLE worth (size BIGINT, weight BIGINT);
CREATE TABLE directed (row BIGINT, other BIGINT, weight BIGINT, place BIGINT)
"""

COUNTS = """
CREATE TABLE words AS
    SELECT word, count(*) AS borne, count(DISTINCT nullif(city, 0)) AS cities FROM bearing GROUP BY word;
DROP TABLE bearing;
CREATE TABLE letters AS
    SELECT letter, country, count(*) AS many
    FROM (SELECT initial AS letter, country FROM facts UNION ALL SELECT acronym, country FROM facts)
    WHERE letter <> 0 GROUP BY letter, country;
CREATE TABLE twins AS
    SELECT joined, country, count(*) AS many, count(DISTINCT nullif(city, 0)) AS cities,
        count(DISTINCT nullif(site, 0)) AS sites
    FROM facts WHERE joined <> 0 GROUP BY joined, country;
CREATE TABLE sites AS
    SELECT site, count(*) AS many, count(DISTINCT nullif(joined, 0)) AS names FROM facts WHERE site <> 0 GROUP BY site;
CREATE TABLE links AS SELECT link, count(*) AS many FROM facts WHERE link <> 0 GROUP BY link;
CREATE TABLE domains AS SELECT domain, count(*) AS many FROM facts WHERE domain <> 0 GROUP BY domain;
CREATE TABLE cities AS SELECT city, country, count(*) AS many FROM facts WHERE city <> 0 GROUP BY city, country;
CREATE TABLE counts AS
    SELECT facts.row AS row,
        greatest(coalesce(initials.many, 0), coalesce(acronyms.many, 0)) AS letters,
        coalesce(twins.many, 0) AS twins, coalesce(twins.cities, 0) AS twin_cities,
        coalesce(twins.sites, 0) AS twin_sites, coalesce(links.many, 0) AS link, coalesce(sites.many, 0) AS site,
        coalesce(sites.names, 0) AS site_names, coalesce(domains.many, 0) AS domain, coalesce(cities.many, 0) AS city
    FROM facts
    LEFT JOIN letters AS initials ON initials.letter = facts.initial AND initials.country = facts.country
    LEFT JOIN letters AS acronyms ON acronyms.letter = facts.acronym AND acronyms.country = facts.country
    LEFT JOIN twins ON twins.joined = facts.joined AND twins.country = facts.country
    LEFT JOIN links ON links.link = facts.link
    LEFT JOIN sites ON sites.site = facts.site
    LEFT JOIN domains ON domains.domain = facts.domain
    LEFT JOIN cities ON cities.city = facts.city AND cities.country = facts.country
    ORDER BY facts.row
"""

# The same narrowing as `candidates.narrowed`: crowded keys within country, then within town.
NARROWED = """
CREATE TABLE in_country AS
    SELECT sized.row, key, city, CASE WHEN size > {crowd} THEN country ELSE 0 END AS country
    FROM (SELECT row, key, count(*) OVER (PARTITION BY key) AS size FROM entries) AS sized
    JOIN facts ON facts.row = sized.row;
DROP TABLE entries;
CREATE TABLE in_town AS
    SELECT row, key, country, CASE WHEN size > {crowd} THEN city ELSE 0 END AS city
    FROM (SELECT row, key, country, city, count(*) OVER (PARTITION BY key, country) AS size FROM in_country)
    WHERE size <= {crowd} OR city <> 0;
DROP TABLE in_country;
CREATE TABLE keys AS
    SELECT row, key, country, city, weight
    FROM (SELECT row, key, country, city, count(*) OVER (PARTITION BY key, country, city) AS size FROM in_town)
    JOIN worth USING (size) WHERE size > 1 AND size <= {crowd};
DROP TABLE in_town
"""

PARTNERS = """
INSERT INTO directed
    SELECT * FROM (
        SELECT row, other, weight, row_number() OVER (PARTITION BY row ORDER BY weight DESC, other) - 1 AS place
        FROM (
            SELECT mine.row AS row, theirs.row AS other, sum(mine.weight)::BIGINT AS weight
            FROM (SELECT * FROM keys WHERE row >= {begin} AND row < {end}) AS mine
            JOIN keys AS theirs USING (key, country, city)
            WHERE mine.row <> theirs.row GROUP BY mine.row, theirs.row
        )
    ) WHERE place < {partners}
"""

PAIRS = """
SELECT least(row, other) AS one, greatest(row, other) AS other, max(weight) AS weight,
    min(CASE WHEN row < other THEN place ELSE {partners} END) AS first,
    min(CASE WHEN row > other THEN place ELSE {partners} END) AS second
FROM directed WHERE least(row, other) >= {begin} AND least(row, other) < {end}
GROUP BY least(row, other), greatest(row, other) ORDER BY 1, 2
"""
