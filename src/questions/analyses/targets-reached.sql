-- 目標に届いたのは、どの項目のどの年度か
-- 数値目標か職員数の計画がある項目と年度を、達成・未達・その差の順に見る。1つの年度に目標が2つ以上あれば1行ずつ。
-- 実績が文書に書かれていない目標は「比べる実績の記載なし」とし、届いたとも届かなかったとも数えない。職員数は、多いか少ないかだけを言う。
SELECT
  CASE result
    WHEN 'met' THEN '達成'
    WHEN 'missed' THEN '未達'
    WHEN 'more' THEN '計画より多い'
    WHEN 'fewer' THEN '計画より少ない'
    WHEN 'as_planned' THEN '計画どおり'
    WHEN 'ahead' THEN 'プラン期間より後'
    ELSE '比べる実績の記載なし'
  END AS 結果,
  item_no AS 項目番号,
  items.title AS 項目名,
  fiscal_year AS 年度,
  target AS 目標,
  actual AS 実績,
  gap AS 差,
  unit AS 単位,
  percent AS 目標に対する割合_percent,
  item_targets.source_line AS 原文の行
FROM marts.item_targets
JOIN items USING (plan_id, item_no)
WHERE plan_id = $plan
ORDER BY list_position(['missed', 'met', 'fewer', 'more', 'as_planned'], result) NULLS LAST, percent NULLS LAST, item_no, fiscal_year, row_no
