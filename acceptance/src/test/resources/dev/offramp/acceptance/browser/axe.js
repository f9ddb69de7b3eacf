// What axe finds serious, a line each. axe itself was put into the page before. Colours that are still changing from
// light to dark are neither.
// Of the rules, only those about colours depend on colours.
async (coloursAlone) => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity).forEach((each) => each.finish());
  const result = await axe.run(document, { resultTypes: ['violations'], ...(coloursAlone ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}) });
  return result.violations
    .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
    .flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${rule.help}: ${node.any.concat(node.all, node.none)[0]?.message ?? ''}`));
}
