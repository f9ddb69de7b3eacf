package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Pause;
import dev.offramp.chains.Chain;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.money.AssetCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the catalogue with the chain: an asset whose contract is not what we think it is, is paused until it is. A
/// pause that somebody else set stays.
final class TokenCheck implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
    private static final String OURS = "on chain: ";

    private final Chain chain;
    private final Assets assets;
    private final Database db;

    TokenCheck(Chain chain, Assets assets, Database db) {
        this.chain = chain;
        this.assets = assets;
        this.db = db;
    }

    @Override
    public String name() {
        return "deposits.check-tokens." + chain.id().network().code();
    }

    @Override
    public boolean runOnce() {
        List<Asset> onChain = assets.list(chain.id().environment()).stream()
                .filter(asset -> asset.network() == chain.id().network())
                .toList();
        Map<AssetCode, String> faults = chain.faults(onChain);
        db.run(tx -> apply(tx, onChain, faults));
        return false;
    }

    private void apply(Transaction tx, List<Asset> onChain, Map<AssetCode, String> faults) {
        List<Pause> pauses = assets.pauses(tx);
        Set<AssetCode> paused = pauses.stream().map(Pause::code).collect(Collectors.toSet());
        Set<AssetCode> pausedByUs = pauses.stream()
                .filter(pause -> pause.reason().startsWith(OURS))
                .map(Pause::code)
                .collect(Collectors.toSet());
        for (Asset asset : onChain) {
            String fault = faults.get(asset.code());
            if (fault != null && !paused.contains(asset.code())) {
                LOG.error("{} is paused: {}", asset.code(), fault);
                assets.pause(tx, asset, OURS + fault);
            } else if (fault == null && pausedByUs.contains(asset.code())) {
                LOG.info("{} is in use again", asset.code());
                assets.resume(tx, asset);
            }
        }
    }
}
