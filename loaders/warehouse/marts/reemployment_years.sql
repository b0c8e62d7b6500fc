-- Grain: item and fiscal year in which rehired staff are counted.
-- rehired_percent = rehired ÷ retirees of the year before × 100; change only where the year before is stated.
WITH years AS (
  SELECT
    *,
    round(100.0 * rehired / nullif(retirees, 0), 1) AS rehired_percent,
    round(100.0 * full_time / nullif(total, 0), 1) AS full_time_percent
  FROM reemployment
)
SELECT
  years.*,
  years.total - before.total AS change,
  round(100.0 * (years.total - before.total) / nullif(before.total, 0), 1) AS change_percent,
  round(years.rehired_percent - before.rehired_percent, 1) AS rehired_points
FROM years
LEFT JOIN years AS before
  ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.fiscal_year = years.fiscal_year - 1
ORDER BY years.plan_id, years.item_no, years.fiscal_year
