-- 金額・割合・数の設問：回と区分ごとの件数、四分位、中央値
SELECT DISTINCT a.survey, a.wave, p.dimension, p.option_code AS place_code, p.option_label AS place_label,
  a.question, a.question_label, a.kind,
  COUNT(*) OVER (PARTITION BY a.survey, a.wave, p.dimension, p.option_code, a.question) AS n,
  {quantile:a.value,0.25} OVER (PARTITION BY a.survey, a.wave, p.dimension, p.option_code, a.question) AS lower_quartile,
  {quantile:a.value,0.5} OVER (PARTITION BY a.survey, a.wave, p.dimension, p.option_code, a.question) AS median,
  {quantile:a.value,0.75} OVER (PARTITION BY a.survey, a.wave, p.dimension, p.option_code, a.question) AS upper_quartile
FROM {answers} AS a
JOIN {places} AS p
  ON p.survey = a.survey AND p.wave = a.wave AND p.load_id = a.load_id AND p.business = a.business
WHERE a.value IS NOT NULL
