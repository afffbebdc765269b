"""Reasons of pairs in a table as English sentences."""

from __future__ import annotations

TABLE_SENTENCES = {
    "row_same_name": "both are called {0}",
    "row_shared_words": "both names say {0}",
    "row_translated": "{0} = {1}",
    "row_left_over": "only one says {0}",
    "row_initials": "{0} are the initials of {1}",
    "row_same_link": "same web address {0}",
    "row_same_domain": "pages of the same site {0}",
    "row_other_domain": "web addresses {0} and {1}",
    "row_same_city": "same town {0}",
    "row_other_city": "towns {0} and {1}",
    "row_other_country": "countries {0} and {1}",
    "row_judged": "a person judged them the same",
}
