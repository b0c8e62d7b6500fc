-- 評価と効果
-- 項目の総括評価と、その裏づけ: 全年度の効果額、数値目標の達成数、振り返りの数。
-- 評価は文書に記載されたもので、計算し直してはいない。
SELECT
  rating AS 評価,
  item_no AS 項目番号,
  title AS 項目名,
  lead_department AS 記入担当課,
  effect_yen AS 効果額_円,
  compared AS 実績と比べられる目標,
  reached AS 届いた目標,
  achieved AS 達成できたこと,
  not_achieved AS 達成できなかったこと,
  differs AS 照合の相違
FROM marts.rating_support
JOIN items USING (plan_id, item_no, title, lead_department, rating)
WHERE plan_id = $plan
  AND item_no = $item
  AND list_contains(items.departments, $department)
ORDER BY rating NULLS LAST, effect_yen DESC NULLS LAST, item_no
