-- 計画と実績の差
-- 数値目標と職員数の計画に、同じ年度の実績を並べたもの。差は 実績 − 計画。
-- 実績が文書に書かれていない目標は、実績も差も NULL になる。
SELECT
  item_no AS 項目番号,
  items.title AS 項目名,
  fiscal_year AS 年度,
  CASE measure WHEN 'effect_yen' THEN '効果額' WHEN 'staff' THEN '職員数' WHEN 'count' THEN '件数' WHEN 'percent' THEN '割合' ELSE measure END AS 指標,
  target AS 計画,
  actual AS 実績,
  gap AS 差,
  percent AS 計画に対する割合_percent,
  unit AS 単位,
  item_targets.source_line AS 原文の行
FROM marts.item_targets           -- marts: ページに出すために用意された集計
JOIN items USING (plan_id, item_no)
WHERE plan_id = $plan
  AND item_no = $item
  AND fiscal_year = $year
  AND list_contains(items.departments, $department)
ORDER BY item_no, fiscal_year, kind, measure, row_no
