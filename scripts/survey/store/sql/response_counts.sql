-- 回答した事業者の数：回と区分ごと
SELECT survey, wave, dimension, option_code AS place_code, MIN(option_label) AS place_label,
  COUNT(DISTINCT business) AS businesses
FROM {places}
GROUP BY survey, wave, dimension, option_code
