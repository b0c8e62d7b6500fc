-- Grain: department and fiscal year in which it collected claims, in an item. rank 1 collected most over all years,
-- year_rank 1 most in the year. percent: share of what was collected in the year.
-- previous_yen: what it collected the year before, whose row is before_key; NULL where none is listed.
-- collection_keys: the rows that amount_yen is the sum of; department_keys: the years that total_yen is the sum of.
-- department: 記載なし where the rows name none.
-- Identity: the amounts of a year add up to collection_years.amount_yen.
WITH departments AS (
  SELECT
    plan_id,
    item_no,
    coalesce(department, '記載なし') AS department,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    count(*)::INTEGER AS claims,
    list(struct_pack(item_no, fiscal_year, claim_no) ORDER BY claim_no) AS collection_keys
  FROM collections
  GROUP BY ALL
),
totals AS (
  SELECT
    plan_id,
    item_no,
    department,
    sum(amount_yen)::BIGINT AS total_yen,
    list(struct_pack(item_no, department, fiscal_year) ORDER BY fiscal_year) AS department_keys
  FROM departments
  GROUP BY ALL
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY plan_id, item_no ORDER BY total_yen DESC, department) AS rank FROM totals
)
SELECT
  departments.*,
  before.amount_yen AS previous_yen,
  CASE WHEN before.amount_yen IS NOT NULL THEN struct_pack(before.item_no, before.department, before.fiscal_year) END AS before_key,
  (departments.amount_yen - before.amount_yen)::BIGINT AS change_yen,
  CASE WHEN before.amount_yen > 0 THEN round(100.0 * (departments.amount_yen - before.amount_yen) / before.amount_yen, 1) END AS change_percent,
  ranked.total_yen,
  ranked.department_keys,
  ranked.rank::INTEGER AS rank,
  (row_number() OVER (PARTITION BY departments.plan_id, departments.item_no, departments.fiscal_year ORDER BY departments.amount_yen DESC, ranked.rank))::INTEGER AS year_rank,
  round(100.0 * departments.amount_yen / nullif(years.amount_yen, 0), 1) AS percent,
  years.amount_yen AS year_yen,
  struct_pack(departments.item_no, departments.fiscal_year) AS year_key
FROM departments
JOIN ranked USING (plan_id, item_no, department)
JOIN marts.collection_years AS years USING (plan_id, item_no, fiscal_year)
LEFT JOIN departments AS before
  ON before.plan_id = departments.plan_id
  AND before.item_no = departments.item_no
  AND before.department = departments.department
  AND before.fiscal_year = departments.fiscal_year - 1
ORDER BY departments.plan_id, departments.item_no, rank, departments.fiscal_year
