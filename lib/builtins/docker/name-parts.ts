/** First halves of containers' generated names */
export const ADJECTIVES: readonly string[] =
  `agile amused ardent attentive balanced blithe boring bright buoyant calm candid careful cheerful civil composed
  cordial curious daring deft diligent dreamy eager earnest easygoing elated fearless fluent frank gallant gentle genuine
  grateful hardy honest humble inventive jaunty keen kind lively lucid mellow merry mindful modest nimble observant orderly
  patient placid playful plucky prudent quiet radiant serene sincere spirited steady stupefied sturdy tactful tidy tranquil
  upbeat vivid watchful witty zealous`.split(/\s+/);

/** Second halves: surnames of people of science and engineering; Ambroise Paré is the article's `stupefied_pare` */
export const SURNAMES: readonly string[] =
  `abel agnesi ampere anning arrhenius avogadro bassi becquerel bernoulli boole brahe cannon cantor carnot cavendish
  celsius chatelet church clarke copernicus coulomb curie dirac doppler ehrenfest erdos euler faraday fourier franklin galois
  gauss germain godel halley herschel hilbert hopper huygens jemison joule kepler kovalevskaya lagrange laplace lavoisier
  leavitt leibniz linnaeus lovelace maxwell meitner mendel mitchell morse napier noether oersted ohm pare pascal payne planck
  poincare ramanujan riemann rutherford shannon somerville tesla turing vesalius volta wozniak wu`.split(/\s+/);
