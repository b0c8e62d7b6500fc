-- Grain: claim (by name, over all departments that collected it) and fiscal year, in an item.
-- total_yen is the claim's sum over all years; rank 1 is the largest claim of the item.
-- departments: those of the year; all_departments: those of all years, in the order in which they first collected it.
-- 記載なし: none of its rows names a department.
-- collection_keys: the rows that amount_yen is the sum of; year_keys: the years that total_yen is the sum of.
-- Identity: the amounts of a year add up to collection_years.amount_yen.
WITH claims AS (
  SELECT
    plan_id,
    item_no,
    claim,
    fiscal_year,
    coalesce(string_agg(DISTINCT department, '、' ORDER BY department), '記載なし') AS departments,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(struct_pack(item_no, fiscal_year, claim_no) ORDER BY claim_no) AS collection_keys,
    min(source_line) AS source_line
  FROM collections
  GROUP BY ALL
),
first_years AS (
  SELECT plan_id, item_no, claim, department, min(fiscal_year) AS first_year FROM collections GROUP BY ALL
),
departments AS (
  SELECT plan_id, item_no, claim, coalesce(string_agg(department, '、' ORDER BY first_year, department), '記載なし') AS all_departments
  FROM first_years
  GROUP BY ALL
),
totals AS (
  SELECT
    plan_id,
    item_no,
    claim,
    sum(amount_yen)::BIGINT AS total_yen,
    list(struct_pack(item_no, claim, fiscal_year) ORDER BY fiscal_year) AS year_keys
  FROM claims
  GROUP BY ALL
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY plan_id, item_no ORDER BY total_yen DESC, claim) AS rank FROM totals
)
SELECT claims.*, departments.all_departments, ranked.total_yen, ranked.year_keys, ranked.rank::INTEGER AS rank
FROM claims
JOIN departments USING (plan_id, item_no, claim)
JOIN ranked USING (plan_id, item_no, claim)
ORDER BY plan_id, item_no, rank, fiscal_year
