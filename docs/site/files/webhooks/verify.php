<?php

declare(strict_types=1);

const TOLERANCE_SECONDS = 5 * 60;

/**
 * Whether a delivery is genuine, unchanged and recent.
 *
 * @param string $secret the webhook secret, `whsec_` and all
 * @param array<string, string> $headers by lower-case name
 * @param string $body the bytes as they came (php://input), before any JSON parser
 */
function verify(string $secret, array $headers, string $body): bool
{
    $id = $headers['webhook-id'] ?? '';
    $timestamp = $headers['webhook-timestamp'] ?? '';
    $signatures = $headers['webhook-signature'] ?? '';
    if ($id === '' || preg_match('/^[0-9]{1,12}$/D', $timestamp) !== 1) {
        return false;
    }
    if (abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret), true);
    if ($key === false || $key === '') {
        return false;
    }
    $digest = hash_hmac('sha256', $id . '.' . $timestamp . '.' . $body, $key, true);
    $expected = 'v1,' . base64_encode($digest);
    // While one secret replaces another there are two signatures, with a space between them.
    foreach (explode(' ', $signatures) as $signature) {
        if (hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}

function main(): int
{
    $headers = [
        'webhook-id' => (string) getenv('WEBHOOK_ID'),
        'webhook-timestamp' => (string) getenv('WEBHOOK_TIMESTAMP'),
        'webhook-signature' => (string) getenv('WEBHOOK_SIGNATURE'),
    ];
    $isValid = verify((string) getenv('WEBHOOK_SECRET'), $headers, (string) file_get_contents('php://stdin'));
    echo $isValid ? 'valid' : 'invalid', PHP_EOL;
    return $isValid ? 0 : 1;
}

if (PHP_SAPI === 'cli' && realpath($_SERVER['SCRIPT_FILENAME']) === __FILE__) {
    exit(main());
}
