-- Grain: claim (by name, over all departments that collected it) and fiscal year, in an item.
-- total_yen is the claim's sum over all years; rank 1 is the largest claim of the item.
-- Identity: the amounts of a year add up to collection_years.amount_yen.
WITH claims AS (
  SELECT
    plan_id,
    item_no,
    claim,
    fiscal_year,
    string_agg(DISTINCT department, '、' ORDER BY department) AS departments,
    sum(amount_yen)::BIGINT AS amount_yen,
    min(source_line) AS source_line
  FROM collections
  GROUP BY ALL
),
totals AS (
  SELECT plan_id, item_no, claim, sum(amount_yen)::BIGINT AS total_yen FROM claims GROUP BY ALL
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY plan_id, item_no ORDER BY total_yen DESC, claim) AS rank FROM totals
)
SELECT claims.*, ranked.total_yen, ranked.rank::INTEGER AS rank
FROM claims
JOIN ranked USING (plan_id, item_no, claim)
ORDER BY plan_id, item_no, rank, fiscal_year
