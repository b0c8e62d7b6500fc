-- Grain: item, kind ('sale' or 'lease'), region and fiscal year that states its contracts.
-- contracts_change is on the fiscal year before.
-- share_percent is of the contracts of that kind and year, rounded to one decimal; rank 1 is the region with most in the year.
SELECT
  plan_id,
  item_no,
  kind,
  region,
  fiscal_year,
  contracts,
  contracts - first_value(contracts) OVER year_before AS contracts_change,
  round(100.0 * contracts / nullif(sum(contracts) OVER (PARTITION BY plan_id, item_no, kind, fiscal_year), 0), 1) AS share_percent,
  (row_number() OVER (PARTITION BY plan_id, item_no, kind, fiscal_year ORDER BY contracts DESC, source_line, source_column))::INTEGER AS rank
FROM assets
WHERE region IS NOT NULL AND contracts IS NOT NULL
WINDOW year_before AS (PARTITION BY plan_id, item_no, kind, region ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
ORDER BY plan_id, item_no, kind, source_line, source_column
