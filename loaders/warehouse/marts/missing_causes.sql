-- Grain: cause of what is missing: the missing page of an item, with every part of the item that is missing, or else one check.
-- checks: how many checks it explains. parts: the missing parts of the page, results by their years; NULL where the check is one alone.
WITH missing AS (
  SELECT *, CASE WHEN fiscal_year IS NULL THEN part ELSE era_label(fiscal_year) || 'の' || part END AS part_words
  FROM checks
  WHERE outcome = 'missing'
)
SELECT
  plan_id,
  cause_no,
  any_value(item_no) AS item_no,
  first(rule ORDER BY check_no) AS rule,
  first(message ORDER BY check_no) AS message,
  count(*)::INTEGER AS checks,
  string_agg(part_words, '、' ORDER BY check_no) FILTER (check_no <> cause_no) AS parts,
  first(source_line ORDER BY check_no) AS source_line
FROM missing
GROUP BY plan_id, cause_no
ORDER BY plan_id, cause_no
