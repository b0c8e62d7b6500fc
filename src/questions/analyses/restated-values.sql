-- 後の版は、どの値を改めたか
-- 毎年度公表されるプランでは、前の版と同じ年度の値が後の版で違うことがある。その値を両方並べる。版が1つしかなければ、行はない。
-- 集計はどれも現行の版の値だけを使うので、前の版を使った資料と合わないときは、まずここを見る。
WITH measures AS (
  SELECT DISTINCT measure, measure_ja FROM facts
)
SELECT
  item_no AS 項目番号,
  fiscal_year AS 年度,
  coalesce(measure_ja, measure) AS 値の種類,
  detail AS 名前,
  old_value AS 前の値,
  new_value AS 改められた値,
  new_value - old_value AS 差,
  unit AS 単位,
  round(100.0 * (new_value - old_value) / nullif(abs(old_value), 0), 1) AS 差の割合_percent,
  old_plan_id AS 前の版,
  new_plan_id AS 改めた版
FROM restatements
LEFT JOIN measures USING (measure)
WHERE series = (SELECT series FROM plans WHERE plan_id = $plan)
ORDER BY abs(new_value - old_value) DESC, restatement_no
