package dev.offramp.chains.evm;

import java.util.List;

/// One question in JSON-RPC.
record RpcCall(String method, List<Object> params) {

    static RpcCall of(String method, Object... params) {
        return new RpcCall(method, List.of(params));
    }
}
