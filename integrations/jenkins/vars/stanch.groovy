// A step of a shared library (https://www.jenkins.io/doc/book/pipeline/shared-libraries/). In a Jenkinsfile, after a checkout that is not shallow:
//   @Library('stanch') _
//   stanch()                                   or stanch(arguments: '--fail-on confirmed', version: '0.1.0')
def call(Map settings = [:]) {
    def arguments = settings.arguments ?: ''
    def version = settings.version ?: ''
    // What the Git plugin's checkout gives back is not among the variables of a declarative pipeline's every agent.
    withEnv(["STANCH_ARGUMENTS=${arguments}", "STANCH_VERSION=${version}"]) {
        try {
            sh '''#!/usr/bin/env bash
                set -euo pipefail
                if ! command -v stanch >/dev/null; then
                    dotnet tool install Stanch --tool-path "$WORKSPACE_TMP/stanch" ${STANCH_VERSION:+--version "$STANCH_VERSION"}
                    PATH="$WORKSPACE_TMP/stanch:$PATH"
                fi
                read -ra arguments <<<"$STANCH_ARGUMENTS"
                stanch ci --report text --report junit=stanch-junit.xml --report sarif=stanch.sarif "${arguments[@]}"
            '''
        } finally {
            junit testResults: 'stanch-junit.xml', allowEmptyResults: true
            archiveArtifacts artifacts: 'stanch.sarif', allowEmptyArchive: true
        }
    }
}
