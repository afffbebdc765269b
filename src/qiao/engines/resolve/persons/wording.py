"""The reasons of persons as English sentences."""

PERSON_SENTENCES = {
    "same_han_name": "both are called {0} in Chinese characters",
    "same_full_name": "both are called {0}",
    "romanised_alike": "{0} reads the same when romanised, as many names do",
    "other_romanisation": "{0} reads the same in another romanisation",
    "part_of_name": "parts of the name {0} agree and none contradicts",
    "initials_fit": "surname and initials fit {0}",
    "one_letter_apart": "{0} is one letter apart",
    "read_alike": "{0} is written with other characters that read alike",
    "other_names": "the names do not agree",
    "common_name": "{0} is a common name",
    "same_contact": "both have {0}",
    "same_organisation": "both belong to {0}",
    "same_switchboard": "both give {0}, which others of the house give too",
    "other_organisation": "each belongs to an organisation that is not the other's",
    "other_contacts": "each has an address or mobile number, and they are not the same",
    "other_identifier": "their {0} numbers differ, and a person has one",
}
