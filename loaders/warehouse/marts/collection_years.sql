-- Grain: item and fiscal year in which claims were collected. claims: how many rows list one.
-- scope: the words that bound the amounts, all of them where they differ; NULL where no row has any.
-- says_why: whether a sentence of the item's results or review says why more or less was collected.
-- collection_keys: the rows that amount_yen is the sum of; before_key: the year before.
WITH years AS (
  SELECT
    plan_id,
    item_no,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    count(*)::INTEGER AS claims,
    list(struct_pack(item_no, fiscal_year, claim_no) ORDER BY claim_no) AS collection_keys,
    CASE WHEN count(scope) > 0 THEN string_agg(DISTINCT coalesce(scope, '範囲の記載なし'), '、' ORDER BY coalesce(scope, '範囲の記載なし')) END AS scope
  FROM collections
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(struct_pack(item_no, fiscal_year)) OVER year_before AS before_key,
    any_value(scope) OVER year_before AS previous_scope
  FROM years
  WINDOW year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
),
told AS (
  SELECT plan_id, item_no, unnest(string_split(text, '。')) AS sentence
  FROM (SELECT plan_id, item_no, text FROM results UNION ALL SELECT plan_id, item_no, text FROM reviews)
),
explained AS (
  SELECT DISTINCT plan_id, item_no
  FROM told
  WHERE regexp_matches(sentence, '納付|収納|徴収|回収')
    AND regexp_matches(sentence, '減少|減っ|減り|増加|増え|下回|上回')
    AND regexp_matches(sentence, 'ため|ことから|により|による|影響|要因|理由|原因')
)
SELECT
  *,
  (plan_id, item_no) IN (SELECT (plan_id, item_no) FROM explained) AS says_why,
  (amount_yen - previous_yen)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - previous_yen) / nullif(previous_yen, 0), 1) AS change_percent
FROM compared
ORDER BY plan_id, item_no, fiscal_year
