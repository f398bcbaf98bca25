-- What all drafts of a negotiation in one language say together was found out of what is stored of
-- them; `made_of` is the fingerprint of that and of the rules, so that nothing is found out twice.
CREATE TABLE analyses (
    negotiation_id TEXT NOT NULL REFERENCES negotiations(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    made_of TEXT NOT NULL,
    engine TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, language)
) STRICT;
