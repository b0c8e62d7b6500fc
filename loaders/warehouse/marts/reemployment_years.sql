-- Grain: item and fiscal year in which rehired staff are counted.
-- rehired_percent = rehired ÷ retirees of the year before × 100; change only where the year before is stated.
SELECT
  reemployment.*,
  round(100.0 * reemployment.rehired / nullif(reemployment.retirees, 0), 1) AS rehired_percent,
  reemployment.total - before.total AS change,
  round(100.0 * (reemployment.total - before.total) / nullif(before.total, 0), 1) AS change_percent,
  CASE WHEN before.item_no IS NOT NULL THEN struct_pack(before.item_no, before.fiscal_year) END AS before_key
FROM reemployment
LEFT JOIN reemployment AS before
  ON before.plan_id = reemployment.plan_id
  AND before.item_no = reemployment.item_no
  AND before.fiscal_year = reemployment.fiscal_year - 1
ORDER BY reemployment.plan_id, reemployment.item_no, reemployment.fiscal_year
