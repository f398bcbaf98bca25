-- As before, but a proponent's own row says what it wants done too: "Corvane (delete)".
DROP VIEW marked_words;
CREATE VIEW marked_words AS
-- From each marked provision up to the unit whose number people cite.
WITH RECURSIVE up(provision_id, at_id) AS (
    SELECT DISTINCT provision_id, provision_id FROM marks
    UNION ALL
    SELECT up.provision_id, provisions.parent_id FROM up
    JOIN provisions ON provisions.id = up.at_id
    WHERE provisions.is_article = 0 AND provisions.parent_id IS NOT NULL
),
holders AS (
    SELECT up.provision_id, articles.id AS article_id, articles.number, articles.heading
    FROM up JOIN provisions AS articles ON articles.id = up.at_id AND articles.is_article = 1
)
SELECT drafts.negotiation_id, drafts.language, drafts.position AS round, drafts.date, drafts.symbol,
    holders.number AS article_number, holders.heading AS article_heading,
    threads.label AS article, provisions.number, marks.kind, marks.words,
    -- Who is named with the mark, or else with all of the words that it marks.
    CASE WHEN marks.proponent <> '' THEN marks.proponent || CASE
        WHEN marks.kind = 'proponent' AND marks.how NOT IN ('', 'unit')
        THEN ' (' || marks.how || ')' ELSE '' END
    ELSE coalesce((
        SELECT group_concat(proponent, '; ') FROM (
            SELECT said.proponent || CASE
                WHEN said.kind = 'proponent' AND said.how NOT IN ('', 'unit')
                THEN ' (' || said.how || ')' ELSE '' END AS proponent
            FROM marks AS said
            WHERE said.provision_id = marks.provision_id AND said.proponent <> ''
                AND said.field = marks.field
                AND said.kind IN ('bracket', 'alternative', 'proponent')
                AND said.text_start < said.text_end
                AND said.text_start <= marks.text_start + 1
                AND said.text_end >= marks.text_end - 1
            GROUP BY 1 ORDER BY min(said.ordinal)
        )
    ), '') END AS proponents,
    marks.printed, marks.date AS marked_on, marks.how, marks.field,
    coalesce((
        SELECT page FROM provision_spans WHERE provision_spans.provision_id = marks.provision_id
            AND provision_spans.field = marks.field AND field_start <= marks.text_start
        ORDER BY field_start DESC LIMIT 1
    ), provisions.page) AS page,
    provisions.ordinal AS place_in_draft, marks.ordinal, provisions.id AS provision_id,
    holders.article_id
FROM marks
JOIN provisions ON provisions.id = marks.provision_id
JOIN drafts ON drafts.id = provisions.draft_id
LEFT JOIN holders ON holders.provision_id = marks.provision_id
LEFT JOIN thread_members ON thread_members.provision_id = holders.article_id
LEFT JOIN threads ON threads.id = thread_members.thread_id;
