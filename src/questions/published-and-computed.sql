-- 公表値と再計算値の差
-- 文書で公表された値と、文書のほかの記述から再計算した値の比べ合わせ。相違が先、一致が後。
SELECT
  CASE outcome WHEN 'differs' THEN '相違' WHEN 'agrees' THEN '一致' ELSE '欠落' END AS 結果,
  item_no AS 項目番号,
  items.title AS 項目名,
  fiscal_year AS 年度,
  published AS 公表値,
  computed AS 再計算値,
  difference AS 差,
  message AS 説明,
  checks.source_line AS 原文の行
FROM checks
LEFT JOIN items USING (plan_id, item_no)
WHERE plan_id = $plan
  AND computed IS NOT NULL          -- 数どうしを比べた照合だけ
  AND item_no = $item
  AND fiscal_year = $year
  AND list_contains(items.departments, $department)
ORDER BY outcome <> 'differs', check_no
