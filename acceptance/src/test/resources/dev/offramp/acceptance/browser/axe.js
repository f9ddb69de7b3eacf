// What axe finds serious, a line each. axe itself was put into the page before. Colours that are still changing from
// light to dark are neither.
async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity).forEach((each) => each.finish());
  const result = await axe.run(document, { resultTypes: ['violations'] });
  return result.violations
    .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
    .flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${rule.help}: ${node.any.concat(node.all, node.none)[0]?.message ?? ''}`));
}
