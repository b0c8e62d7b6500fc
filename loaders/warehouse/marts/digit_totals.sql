-- Grain: plan. digits: those of the file; accounted: those of which it is known what became of them; astray: by how many the two differ.
-- Identity: astray = 0 where digit_balance.is_balanced.
SELECT
  plan_id,
  digits,
  digits_landed + digits_explained + digits_unread + digits_outside AS accounted,
  abs(digits - digits_landed - digits_explained - digits_unread - digits_outside) AS astray
FROM digit_balance
ORDER BY ALL
