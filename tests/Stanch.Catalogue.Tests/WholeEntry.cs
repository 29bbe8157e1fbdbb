namespace Stanch.Catalogue.Tests;

/// <summary>A file that has every key, and nothing wrong.</summary>
internal static class WholeEntry
{
    public const string File = "acme.yaml";

    public const string Text = """
        provider: acme
        name: Acme
        category: cloud
        domains: [acme.example]
        links:
          docs: https://docs.acme.example/tokens
          dashboard: https://acme.example/
          status: null
        secrets:
          - id: acme-token
            name: Acme Token
            severity: high
            keywords: [acm_]
            pattern: '\b(?<secret>acm_[0-9a-f]{32})\b'
            filters: { entropy: 2.5, placeholder: true, words: false }
            proof: crc32-suffix
            pair: { with: acme-id, within: 3 }
            contains: [acme-id]
            related: [acme-id]
            host-from: ACME_HOST
            evidence: review
            examples:
              match:
                - 'ACME_TOKEN=acm_{hex:32}'
                - { path: a.yaml, text: 'token: acm_{hex:32}' }
                - 'x = "acm_{hex:32}"'
              no-match:
                - 'acm_{hex:31}'
                - 'acm_YOUR_TOKEN'
                - 'acn_{hex:32}'
            variables: [ACME_TOKEN]
            what: An Acme token opens the account. It never expires.
            uses: [one, two, three]
            generate: { console: [Open the page.], cli: acme token create, api: null }
            leaks: [one, two, three]
            risks: [one, two, three]
            practice: [one, two, three]
            usage: { none: false, instead: null, where: the log, query: q, retention: 30 days, plan: all }
            revoke: { console: [Open the page., Press Delete.], cli: acme token delete, api: null, reversible: false, self-revocable: null }
            rotate: { overlap: two, steps: [make, change, end], soak: a day, alternative: none }
            consumers: [scripts]
            blast-radius: the scopes
            validity:
              request: GET https://api.acme.example/me
              headers: { Authorization: 'Bearer {{secret}}' }
              body: null
              valid: { status: [200], body: id }
              invalid: { status: [401] }
              tells: [name]
              hosts: [api.acme.example]
            verified: { format: 2026-11-24 https://docs.acme.example/tokens, validity: null, generate: null, usage: null, revoke: null, rotate: null }
          - id: acme-id
            name: Acme Id
            severity: low
            keywords: [acme]
            pattern: '\b[0-9a-f]{24}\b'
            context: assigned
            examples: { match: ['ACME_ID={hex:24}', 'acmeId: {hex:24}', 'acme_id={hex:24}'], no-match: ['{hex:24}', 'ACME_ID=x', 'ACME_ID={hex:23}'] }
            what: It names an Acme account.
            uses: [one, two, three]
            generate: null
            leaks: [one, two, three]
            risks: [one, two, three]
            practice: [one, two, three]
            usage: null
            revoke: null
            rotate: null
            consumers: [scripts]
            blast-radius: null
            validity: null
            verified: { format: null, validity: null, generate: null, usage: null, revoke: null, rotate: null }

        """;
}
