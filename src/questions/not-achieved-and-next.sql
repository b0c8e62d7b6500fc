-- できなかったことと今後の課題
-- 振り返りのうち、達成できなかったことと今後の課題を、項目の評価とともに並べたもの。
SELECT
  items.rating AS 評価,
  item_no AS 項目番号,
  items.title AS 項目名,
  CASE kind WHEN 'not_achieved' THEN '達成できなかったこと' ELSE '今後の課題' END AS 種類,
  text AS 内容,
  reviews.source_line AS 原文の行
FROM reviews
JOIN items USING (plan_id, item_no)
WHERE plan_id = $plan
  AND kind IN ('not_achieved', 'next')
  AND item_no = $item
  AND list_contains(items.departments, $department)
ORDER BY item_no, kind DESC, review_no
