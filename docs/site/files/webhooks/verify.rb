# frozen_string_literal: true

require 'openssl'

TOLERANCE_SECONDS = 5 * 60

# Whether a delivery is genuine, unchanged and recent.
#
# secret: the webhook secret, `whsec_` and all
# headers: by lower-case name
# body: the bytes as they came, before any JSON parser
def verify(secret, headers, body)
  id = headers['webhook-id'].to_s
  timestamp = headers['webhook-timestamp'].to_s
  signatures = headers['webhook-signature'].to_s
  return false if id.empty? || !timestamp.match?(/\A[0-9]{1,12}\z/)
  return false if (Time.now.to_i - timestamp.to_i).abs > TOLERANCE_SECONDS

  # unpack1 and pack with 'm0' are Base64, without a library.
  key = secret.delete_prefix('whsec_').unpack1('m0')
  digest = OpenSSL::HMAC.digest('SHA256', key, "#{id}.#{timestamp}.".b + body.b)
  expected = "v1,#{[digest].pack('m0')}"
  # While one secret replaces another there are two signatures, with a space between them.
  signatures.split(' ').any? { |signature| same?(signature, expected) }
end

# Takes the same time wherever the two differ.
def same?(given, expected)
  given.bytesize == expected.bytesize && OpenSSL.fixed_length_secure_compare(given, expected)
end

def main
  headers = {
    'webhook-id' => ENV['WEBHOOK_ID'],
    'webhook-timestamp' => ENV['WEBHOOK_TIMESTAMP'],
    'webhook-signature' => ENV['WEBHOOK_SIGNATURE']
  }
  is_valid = verify(ENV.fetch('WEBHOOK_SECRET', ''), headers, $stdin.binmode.read)
  puts(is_valid ? 'valid' : 'invalid')
  exit(is_valid ? 0 : 1)
end

main if __FILE__ == $PROGRAM_NAME
