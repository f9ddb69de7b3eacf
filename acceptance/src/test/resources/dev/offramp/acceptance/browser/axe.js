// What axe finds serious, a line each. axe itself was put into the page before.
async () => {
  const result = await axe.run(document, { resultTypes: ['violations'] });
  return result.violations
    .filter((rule) => rule.impact === 'serious' || rule.impact === 'critical')
    .flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${rule.help}: ${node.any.concat(node.all, node.none)[0]?.message ?? ''}`));
}
