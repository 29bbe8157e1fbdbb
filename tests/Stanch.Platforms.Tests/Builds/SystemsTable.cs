namespace Stanch.Platforms.Tests.Builds;

/// <summary>
/// What each system sets for each event, as its documentation says: system | event | checked out | variables | commits scanned. {A} is that commit's id,
/// {0} is zeros, $EVENT={…} is written to a file.
/// </summary>
internal static class SystemsTable
{
    public static IEnumerable<string[]> Rows =>
        Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private const string Text = """
        appveyor | Push | D | APPVEYOR=True APPVEYOR_REPO_COMMIT={D} APPVEYOR_REPO_BRANCH=main APPVEYOR_REPO_TAG=false | A B C D
        appveyor | Push | F | APPVEYOR=True APPVEYOR_REPO_COMMIT={F} APPVEYOR_REPO_BRANCH=feature APPVEYOR_REPO_TAG=false | E F
        appveyor | PullRequest | M | APPVEYOR=True APPVEYOR_REPO_COMMIT={M} APPVEYOR_REPO_BRANCH=main APPVEYOR_PULL_REQUEST_NUMBER=7 APPVEYOR_PULL_REQUEST_HEAD_COMMIT={F} APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=feature | E F M
        appveyor | Tag | F | APPVEYOR=True APPVEYOR_REPO_COMMIT={F} APPVEYOR_REPO_BRANCH=v2 APPVEYOR_REPO_TAG=true APPVEYOR_REPO_TAG_NAME=v2 | E F
        appveyor | Schedule | D | APPVEYOR=True APPVEYOR_REPO_COMMIT={D} APPVEYOR_REPO_BRANCH=main APPVEYOR_SCHEDULED_BUILD=True | A B C D
        appveyor | Manual | D | APPVEYOR=True APPVEYOR_REPO_COMMIT={D} APPVEYOR_REPO_BRANCH=main APPVEYOR_FORCED_BUILD=True | A B C D
        aws-codebuild | Push | F | CODEBUILD_BUILD_ID=p:1 CODEBUILD_WEBHOOK_EVENT=PUSH CODEBUILD_RESOLVED_SOURCE_VERSION={F} CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature CODEBUILD_WEBHOOK_PREV_COMMIT={E} CODEBUILD_WEBHOOK_TRIGGER=branch/feature | F
        aws-codebuild | Push | F | CODEBUILD_BUILD_ID=p:1 CODEBUILD_WEBHOOK_EVENT=PUSH CODEBUILD_RESOLVED_SOURCE_VERSION={F} CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature CODEBUILD_WEBHOOK_PREV_COMMIT={0} CODEBUILD_WEBHOOK_TRIGGER=branch/feature | E F
        aws-codebuild | PullRequest | F | CODEBUILD_BUILD_ID=p:1 CODEBUILD_WEBHOOK_EVENT=PULL_REQUEST_UPDATED CODEBUILD_RESOLVED_SOURCE_VERSION={F} CODEBUILD_WEBHOOK_BASE_REF=refs/heads/main CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature CODEBUILD_WEBHOOK_TRIGGER=pr/7 | E F
        aws-codebuild | Tag | F | CODEBUILD_BUILD_ID=p:1 CODEBUILD_WEBHOOK_EVENT=PUSH CODEBUILD_RESOLVED_SOURCE_VERSION={F} CODEBUILD_WEBHOOK_HEAD_REF=refs/tags/v2 CODEBUILD_WEBHOOK_TRIGGER=tag/v2 | E F
        aws-codebuild | Manual | D | CODEBUILD_BUILD_ID=p:1 CODEBUILD_INITIATOR=ada CODEBUILD_RESOLVED_SOURCE_VERSION={D} CODEBUILD_SOURCE_VERSION=main | A B C D
        azure-pipelines | Push | D | TF_BUILD=True BUILD_REASON=IndividualCI BUILD_SOURCEVERSION={D} BUILD_SOURCEBRANCH=refs/heads/main | A B C D
        azure-pipelines | Push | F | TF_BUILD=True BUILD_REASON=BatchedCI BUILD_SOURCEVERSION={F} BUILD_SOURCEBRANCH=refs/heads/feature | E F
        azure-pipelines | Push | F | TF_BUILD=True BUILD_REASON=IndividualCI BUILD_SOURCEVERSION={F} BUILD_SOURCEBRANCH=refs/heads/feature STANCH_CI_BEFORE={E} | F
        azure-pipelines | PullRequest | M | TF_BUILD=True BUILD_REASON=PullRequest BUILD_SOURCEVERSION={M} BUILD_SOURCEBRANCH=refs/pull/7/merge SYSTEM_PULLREQUEST_PULLREQUESTID=7 SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/feature SYSTEM_PULLREQUEST_SOURCECOMMITID={F} | E F M
        azure-pipelines | Tag | F | TF_BUILD=True BUILD_REASON=IndividualCI BUILD_SOURCEVERSION={F} BUILD_SOURCEBRANCH=refs/tags/v2 | E F
        azure-pipelines | Schedule | D | TF_BUILD=True BUILD_REASON=Schedule BUILD_SOURCEVERSION={D} BUILD_SOURCEBRANCH=refs/heads/main | A B C D
        azure-pipelines | Manual | F | TF_BUILD=True BUILD_REASON=Manual BUILD_SOURCEVERSION={F} BUILD_SOURCEBRANCH=refs/heads/feature | E F
        bitbucket-pipelines | Push | F | BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={F} BITBUCKET_BRANCH=feature | E F
        bitbucket-pipelines | Push | D | BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={D} BITBUCKET_BRANCH=main | A B C D
        bitbucket-pipelines | PullRequest | F | BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={F} BITBUCKET_BRANCH=feature BITBUCKET_PR_ID=7 BITBUCKET_PR_DESTINATION_BRANCH=main BITBUCKET_PR_DESTINATION_COMMIT={D} | E F
        bitbucket-pipelines | PullRequest | M | BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={F} BITBUCKET_BRANCH=feature BITBUCKET_PR_ID=7 BITBUCKET_PR_DESTINATION_BRANCH=main BITBUCKET_PR_DESTINATION_COMMIT={D} | E F M
        bitbucket-pipelines | Tag | D | BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={D} BITBUCKET_TAG=v1 |
        bitrise | Push | F | BITRISE_IO=true BITRISE_GIT_COMMIT={F} BITRISE_GIT_BRANCH=feature | E F
        bitrise | PullRequest | M | BITRISE_IO=true BITRISE_GIT_COMMIT={F} GIT_CLONE_COMMIT_HASH={M} BITRISE_GIT_BRANCH=feature BITRISEIO_GIT_BRANCH_DEST=main BITRISE_PULL_REQUEST=7 | E F M
        bitrise | Tag | F | BITRISE_IO=true BITRISE_GIT_COMMIT={F} BITRISE_GIT_TAG=v2 | E F
        bitrise | Schedule | D | BITRISE_IO=true GIT_CLONE_COMMIT_HASH={D} BITRISE_GIT_BRANCH=main BITRISE_SCHEDULED_BUILD=true | A B C D
        buildkite | Push | F | BUILDKITE=true BUILDKITE_COMMIT={F} BUILDKITE_BRANCH=feature BUILDKITE_PULL_REQUEST=false BUILDKITE_PULL_REQUEST_BASE_BRANCH= BUILDKITE_PIPELINE_DEFAULT_BRANCH=main BUILDKITE_SOURCE=webhook | E F
        buildkite | Push | D | BUILDKITE=true BUILDKITE_COMMIT=HEAD BUILDKITE_BRANCH=main BUILDKITE_PULL_REQUEST=false BUILDKITE_PIPELINE_DEFAULT_BRANCH=main BUILDKITE_SOURCE=webhook | A B C D
        buildkite | PullRequest | F | BUILDKITE=true BUILDKITE_COMMIT={F} BUILDKITE_BRANCH=feature BUILDKITE_PULL_REQUEST=7 BUILDKITE_PULL_REQUEST_BASE_BRANCH=main BUILDKITE_PIPELINE_DEFAULT_BRANCH=main BUILDKITE_SOURCE=webhook | E F
        buildkite | MergeQueue | M | BUILDKITE=true BUILDKITE_COMMIT={M} BUILDKITE_BRANCH=gh-readonly-queue/main/pr-7-{D} BUILDKITE_PULL_REQUEST=false BUILDKITE_MERGE_QUEUE_BASE_BRANCH=main BUILDKITE_MERGE_QUEUE_BASE_COMMIT={D} BUILDKITE_SOURCE=webhook | E F M
        buildkite | Tag | F | BUILDKITE=true BUILDKITE_COMMIT={F} BUILDKITE_BRANCH=v2 BUILDKITE_TAG=v2 BUILDKITE_PULL_REQUEST=false BUILDKITE_PIPELINE_DEFAULT_BRANCH=main BUILDKITE_SOURCE=webhook | E F
        buildkite | Schedule | D | BUILDKITE=true BUILDKITE_COMMIT={D} BUILDKITE_BRANCH=main BUILDKITE_PULL_REQUEST=false BUILDKITE_PIPELINE_DEFAULT_BRANCH=main BUILDKITE_SOURCE=schedule | A B C D
        buildkite | Manual | F | BUILDKITE=true BUILDKITE_COMMIT={F} BUILDKITE_BRANCH=feature BUILDKITE_PULL_REQUEST=false BUILDKITE_PIPELINE_DEFAULT_BRANCH=main BUILDKITE_SOURCE=ui | E F
        circleci | Push | D | CI=true CIRCLECI=true CIRCLE_SHA1={D} CIRCLE_BRANCH=main | A B C D
        circleci | Push | D | CI=true CIRCLECI=true CIRCLE_SHA1={D} CIRCLE_BRANCH=main STANCH_CI_BEFORE={B} | C D
        circleci | PullRequest | F | CI=true CIRCLECI=true CIRCLE_SHA1={F} CIRCLE_BRANCH=feature CIRCLE_PULL_REQUEST=https://github.com/o/r/pull/7 STANCH_CI_BEFORE={E} | E F
        circleci | MergeQueue | M | CI=true CIRCLECI=true CIRCLE_SHA1={M} CIRCLE_BRANCH=gh-readonly-queue/main/pr-7-{D} | E F M
        circleci | Tag | F | CI=true CIRCLECI=true CIRCLE_SHA1={F} CIRCLE_TAG=v2 | E F
        cirrus | Push | D | CIRRUS_CI=true CIRRUS_CHANGE_IN_REPO={D} CIRRUS_BRANCH=main CIRRUS_DEFAULT_BRANCH=main CIRRUS_LAST_GREEN_CHANGE={B} | C D
        cirrus | Push | F | CIRRUS_CI=true CIRRUS_CHANGE_IN_REPO={F} CIRRUS_BRANCH=feature CIRRUS_DEFAULT_BRANCH=main | E F
        cirrus | PullRequest | F | CIRRUS_CI=true CIRRUS_CHANGE_IN_REPO={F} CIRRUS_BRANCH=pull/7 CIRRUS_PR=7 CIRRUS_BASE_BRANCH=main CIRRUS_BASE_SHA={D} CIRRUS_DEFAULT_BRANCH=main | E F
        cirrus | Tag | F | CIRRUS_CI=true CIRRUS_CHANGE_IN_REPO={F} CIRRUS_BRANCH= CIRRUS_TAG=v2 CIRRUS_DEFAULT_BRANCH=main | E F
        cirrus | Schedule | D | CIRRUS_CI=true CIRRUS_CHANGE_IN_REPO={D} CIRRUS_BRANCH=main CIRRUS_DEFAULT_BRANCH=main CIRRUS_CRON=nightly | A B C D
        codefresh | Push | F | CF_BUILD_ID=1 CF_BUILD_URL=https://g.codefresh.io/build/1 CF_REVISION={F} CF_BRANCH=feature | E F
        codefresh | PullRequest | F | CF_BUILD_ID=1 CF_BUILD_URL=https://g.codefresh.io/build/1 CF_REVISION={F} CF_BRANCH=feature CF_PULL_REQUEST_NUMBER=7 CF_PULL_REQUEST_TARGET=main | E F
        codefresh | Tag | F | CF_BUILD_ID=1 CF_BUILD_URL=https://g.codefresh.io/build/1 CF_REVISION={F} CF_RELEASE_TAG=v2 | E F
        drone | Push | F | CI=drone DRONE=true DRONE_BUILD_EVENT=push DRONE_COMMIT_SHA={F} DRONE_COMMIT_BEFORE={E} DRONE_COMMIT_AFTER={F} DRONE_BRANCH=feature DRONE_REPO_BRANCH=main | F
        drone | Push | F | DRONE=true DRONE_BUILD_EVENT=push DRONE_COMMIT_SHA={F} DRONE_COMMIT_BEFORE={0} DRONE_COMMIT_AFTER={F} DRONE_BRANCH=feature DRONE_REPO_BRANCH=main | E F
        drone | PullRequest | F | DRONE=true DRONE_BUILD_EVENT=pull_request DRONE_COMMIT_SHA={F} DRONE_COMMIT_BEFORE={D} DRONE_BRANCH=main DRONE_TARGET_BRANCH=main DRONE_SOURCE_BRANCH=feature DRONE_PULL_REQUEST=7 DRONE_REPO_BRANCH=main | E F
        drone | Tag | F | DRONE=true DRONE_BUILD_EVENT=tag DRONE_COMMIT_SHA={F} DRONE_TAG=v2 DRONE_REPO_BRANCH=main | E F
        drone | Schedule | D | DRONE=true DRONE_BUILD_EVENT=cron DRONE_COMMIT_SHA={D} DRONE_BRANCH=main DRONE_REPO_BRANCH=main | A B C D
        drone | Manual | D | DRONE=true DRONE_BUILD_EVENT=custom DRONE_COMMIT_SHA={D} DRONE_BRANCH=main DRONE_REPO_BRANCH=main | A B C D
        forgejo-actions | Push | F | FORGEJO_ACTIONS=true GITEA_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"before":"{E}","after":"{F}","repository":{"default_branch":"main"}} | F
        forgejo-actions | PullRequest | M | FORGEJO_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={M} GITHUB_REF=refs/pull/7/merge GITHUB_BASE_REF=main GITHUB_HEAD_REF=feature $EVENT={"number":7,"pull_request":{"number":7,"base":{"ref":"main","sha":"{D}"},"head":{"ref":"feature","sha":"{F}"}},"repository":{"default_branch":"main"}} | E F M
        forgejo-actions | Tag | F | FORGEJO_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/tags/v2 $EVENT={"before":"{0}","after":"{F}","repository":{"default_branch":"main"}} | E F
        gitea-actions | Push | F | GITEA_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"before":"{E}","after":"{F}","repository":{"default_branch":"main"}} | F
        gitea-actions | PullRequest | F | GITEA_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={F} GITHUB_REF=refs/pull/7/head GITHUB_BASE_REF=main GITHUB_HEAD_REF=feature $EVENT={"number":7,"pull_request":{"number":7,"base":{"ref":"main","sha":"{D}"},"head":{"ref":"feature","sha":"{F}"}},"repository":{"default_branch":"main"}} | E F
        gitea-actions | Schedule | D | GITEA_ACTIONS=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=schedule GITHUB_SHA={D} GITHUB_REF=refs/heads/main $EVENT={"repository":{"default_branch":"main"}} | A B C D
        github-actions | Push | D | CI=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={D} GITHUB_REF=refs/heads/main $EVENT={"before":"{B}","after":"{D}","ref":"refs/heads/main","repository":{"default_branch":"main"}} | C D
        github-actions | Push | F | CI=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"before":"{0}","after":"{F}","created":true,"repository":{"default_branch":"main"}} | E F
        github-actions | Push | F | CI=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"before":"{X}","after":"{F}","forced":true,"repository":{"default_branch":"main"}} | E F
        github-actions | Push | F | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature | E F
        github-actions | PullRequest | M | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={M} GITHUB_REF=refs/pull/7/merge GITHUB_BASE_REF=main GITHUB_HEAD_REF=feature $EVENT={"number":7,"pull_request":{"number":7,"base":{"ref":"main","sha":"{C}"},"head":{"ref":"feature","sha":"{F}"}},"repository":{"default_branch":"main"}} | E F M
        github-actions | PullRequest | F | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={M} GITHUB_REF=refs/pull/7/merge GITHUB_BASE_REF=main GITHUB_HEAD_REF=feature $EVENT={"number":7,"pull_request":{"number":7,"base":{"ref":"main","sha":"{D}"},"head":{"ref":"feature","sha":"{F}"}},"repository":{"default_branch":"main"}} | E F
        github-actions | PullRequest | F | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request_target GITHUB_SHA={D} GITHUB_REF=refs/heads/main GITHUB_BASE_REF=main GITHUB_HEAD_REF=feature $EVENT={"number":7,"pull_request":{"number":7,"base":{"ref":"main","sha":"{D}"},"head":{"ref":"feature","sha":"{F}"}},"repository":{"default_branch":"main"}} | E F
        github-actions | MergeQueue | M | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=merge_group GITHUB_SHA={M} GITHUB_REF=refs/heads/gh-readonly-queue/main/pr-7-{D} $EVENT={"merge_group":{"base_sha":"{D}","head_sha":"{M}","base_ref":"refs/heads/main"},"repository":{"default_branch":"main"}} | E F M
        github-actions | Tag | F | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/tags/v2 $EVENT={"before":"{0}","after":"{X}","repository":{"default_branch":"main"}} | E F
        github-actions | Tag | D | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=release GITHUB_SHA={D} GITHUB_REF=refs/tags/v1 $EVENT={"repository":{"default_branch":"main"}} |
        github-actions | Schedule | D | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=schedule GITHUB_SHA={D} GITHUB_REF=refs/heads/main $EVENT={"schedule":"0 4 * * *","repository":{"default_branch":"main"}} | A B C D
        github-actions | Manual | F | GITHUB_ACTIONS=true GITHUB_EVENT_NAME=workflow_dispatch GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"inputs":{},"repository":{"default_branch":"main"}} | E F
        gitlab | Push | D | CI=true GITLAB_CI=true CI_PIPELINE_SOURCE=push CI_COMMIT_SHA={D} CI_COMMIT_BEFORE_SHA={B} CI_COMMIT_BRANCH=main CI_DEFAULT_BRANCH=main | C D
        gitlab | Push | F | GITLAB_CI=true CI_PIPELINE_SOURCE=push CI_COMMIT_SHA={F} CI_COMMIT_BEFORE_SHA={0} CI_COMMIT_BRANCH=feature CI_DEFAULT_BRANCH=main | E F
        gitlab | PullRequest | F | GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_MERGE_REQUEST_EVENT_TYPE=detached CI_COMMIT_SHA={F} CI_COMMIT_BEFORE_SHA={0} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main CI_MERGE_REQUEST_DIFF_BASE_SHA={B} CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feature CI_DEFAULT_BRANCH=main | E F
        gitlab | PullRequest | M | GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_MERGE_REQUEST_EVENT_TYPE=merged_result CI_COMMIT_SHA={M} CI_COMMIT_BEFORE_SHA={0} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main CI_MERGE_REQUEST_TARGET_BRANCH_SHA={D} CI_MERGE_REQUEST_SOURCE_BRANCH_SHA={F} CI_MERGE_REQUEST_DIFF_BASE_SHA={B} CI_DEFAULT_BRANCH=main | E F M
        gitlab | MergeQueue | M | GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_MERGE_REQUEST_EVENT_TYPE=merge_train CI_COMMIT_SHA={M} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main CI_MERGE_REQUEST_TARGET_BRANCH_SHA={D} CI_DEFAULT_BRANCH=main | E F M
        gitlab | PullRequest | F | GITLAB_CI=true CI_PIPELINE_SOURCE=external_pull_request_event CI_COMMIT_SHA={F} CI_EXTERNAL_PULL_REQUEST_IID=7 CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME=main CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA={D} CI_DEFAULT_BRANCH=main | E F
        gitlab | Tag | F | GITLAB_CI=true CI_PIPELINE_SOURCE=push CI_COMMIT_SHA={F} CI_COMMIT_BEFORE_SHA={0} CI_COMMIT_TAG=v2 CI_DEFAULT_BRANCH=main | E F
        gitlab | Schedule | D | GITLAB_CI=true CI_PIPELINE_SOURCE=schedule CI_COMMIT_SHA={D} CI_COMMIT_BEFORE_SHA={0} CI_COMMIT_BRANCH=main CI_DEFAULT_BRANCH=main | A B C D
        gitlab | Manual | F | GITLAB_CI=true CI_PIPELINE_SOURCE=web CI_COMMIT_SHA={F} CI_COMMIT_BEFORE_SHA={E} CI_COMMIT_BRANCH=feature CI_DEFAULT_BRANCH=main | E F
        google-cloud-build | Push | F | PROJECT_ID=p PROJECT_NUMBER=1 BUILD_ID=1 COMMIT_SHA={F} REVISION_ID={F} BRANCH_NAME=feature TRIGGER_NAME=t | E F
        google-cloud-build | PullRequest | F | PROJECT_ID=p PROJECT_NUMBER=1 BUILD_ID=1 COMMIT_SHA={F} BRANCH_NAME=feature _BASE_BRANCH=main _HEAD_BRANCH=feature _PR_NUMBER=7 TRIGGER_NAME=t | E F
        google-cloud-build | Tag | F | PROJECT_ID=p PROJECT_NUMBER=1 BUILD_ID=1 COMMIT_SHA={F} TAG_NAME=v2 TRIGGER_NAME=t | E F
        google-cloud-build | Manual | D | PROJECT_ID=p PROJECT_NUMBER=1 BUILD_ID=1 | A B C D
        harness | Push | F | HARNESS_BUILD_ID=12 HARNESS_ACCOUNT_ID=a HARNESS_PIPELINE_ID=p DRONE=true CI=true DRONE_BUILD_EVENT=push DRONE_COMMIT_SHA={F} DRONE_COMMIT_BEFORE={E} DRONE_BRANCH=feature | F
        harness | PullRequest | F | HARNESS_BUILD_ID=12 DRONE=true DRONE_BUILD_EVENT=pull_request DRONE_COMMIT_SHA={F} DRONE_COMMIT_BEFORE={D} DRONE_TARGET_BRANCH=main DRONE_SOURCE_BRANCH=feature DRONE_PULL_REQUEST=7 | E F
        harness | Tag | F | HARNESS_BUILD_ID=12 DRONE=true DRONE_BUILD_EVENT=tag DRONE_COMMIT_SHA={F} DRONE_TAG=v2 | E F
        harness | Manual | F | HARNESS_BUILD_ID=12 DRONE=true DRONE_COMMIT_SHA={F} DRONE_BRANCH=feature | E F
        jenkins | Push | F | JENKINS_URL=https://ci.example GIT_COMMIT={F} GIT_PREVIOUS_COMMIT={F} GIT_PREVIOUS_SUCCESSFUL_COMMIT={B} GIT_BRANCH=origin/feature | E F
        jenkins | Push | F | JENKINS_URL=https://ci.example GIT_COMMIT={F} GIT_PREVIOUS_COMMIT={E} BRANCH_NAME=feature | F
        jenkins | Push | F | JENKINS_URL=https://ci.example GIT_COMMIT={F} BRANCH_NAME=feature | E F
        jenkins | PullRequest | M | JENKINS_URL=https://ci.example GIT_COMMIT={M} BRANCH_NAME=PR-7 CHANGE_ID=7 CHANGE_TARGET=main CHANGE_BRANCH=feature GIT_PREVIOUS_COMMIT={E} | E F M
        jenkins | Tag | F | JENKINS_URL=https://ci.example GIT_COMMIT={F} BRANCH_NAME=v2 TAG_NAME=v2 | E F
        jenkins | Schedule | D | JENKINS_URL=https://ci.example GIT_COMMIT={D} BRANCH_NAME=main BRANCH_IS_PRIMARY=true BUILD_CAUSE=TIMERTRIGGER | A B C D
        semaphore | Push | F | CI=true SEMAPHORE=true SEMAPHORE_GIT_SHA={F} SEMAPHORE_GIT_REF_TYPE=branch SEMAPHORE_GIT_BRANCH=feature SEMAPHORE_GIT_COMMIT_RANGE={E}...{F} | F
        semaphore | PullRequest | M | SEMAPHORE=true SEMAPHORE_GIT_SHA={M} SEMAPHORE_GIT_REF_TYPE=pull-request SEMAPHORE_GIT_BRANCH=main SEMAPHORE_GIT_PR_NUMBER=7 SEMAPHORE_GIT_PR_SHA={F} SEMAPHORE_GIT_PR_BRANCH=feature SEMAPHORE_GIT_COMMIT_RANGE={D}...{F} | E F M
        semaphore | Tag | F | SEMAPHORE=true SEMAPHORE_GIT_SHA={F} SEMAPHORE_GIT_REF_TYPE=tag SEMAPHORE_GIT_TAG_NAME=v2 | E F
        semaphore | Schedule | D | SEMAPHORE=true SEMAPHORE_GIT_SHA={D} SEMAPHORE_GIT_REF_TYPE=branch SEMAPHORE_GIT_BRANCH=main SEMAPHORE_WORKFLOW_TRIGGERED_BY_SCHEDULE=true | A B C D
        semaphore | Manual | F | SEMAPHORE=true SEMAPHORE_GIT_SHA={F} SEMAPHORE_GIT_REF_TYPE=branch SEMAPHORE_GIT_BRANCH=feature SEMAPHORE_WORKFLOW_TRIGGERED_BY_MANUAL_RUN=true | E F
        teamcity | Push | F | TEAMCITY_VERSION=2025.07 BUILD_VCS_NUMBER={F} $PROPERTIES=teamcity.build.branch=feature;vcsroot.branch=refs/heads/main;teamcity.build.triggeredBy=Git | E F
        teamcity | Push | D | TEAMCITY_VERSION=2025.07 BUILD_VCS_NUMBER={D} $PROPERTIES=teamcity.build.branch=<default>;vcsroot.branch=refs/heads/main;teamcity.build.triggeredBy=Git | A B C D
        teamcity | PullRequest | F | TEAMCITY_VERSION=2025.07 BUILD_VCS_NUMBER={F} $PROPERTIES=teamcity.build.branch=pull/7;vcsroot.branch=refs/heads/main;teamcity.pullRequest.number=7;teamcity.pullRequest.target.branch=refs/heads/main | E F
        teamcity | Schedule | D | TEAMCITY_VERSION=2025.07 BUILD_VCS_NUMBER={D} $PROPERTIES=teamcity.build.branch=main;vcsroot.branch=refs/heads/main;teamcity.build.triggeredBy=Schedule\ Trigger | A B C D
        travis | Push | D | TRAVIS=true TRAVIS_EVENT_TYPE=push TRAVIS_COMMIT={D} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST=false TRAVIS_COMMIT_RANGE={B}...{D} | C D
        travis | Push | F | TRAVIS=true TRAVIS_EVENT_TYPE=push TRAVIS_COMMIT={F} TRAVIS_BRANCH=feature TRAVIS_PULL_REQUEST=false TRAVIS_COMMIT_RANGE= | E F
        travis | PullRequest | M | TRAVIS=true TRAVIS_EVENT_TYPE=pull_request TRAVIS_COMMIT={M} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST=7 TRAVIS_PULL_REQUEST_SHA={F} TRAVIS_PULL_REQUEST_BRANCH=feature TRAVIS_COMMIT_RANGE={D}...{F} | E F M
        travis | Tag | F | TRAVIS=true TRAVIS_EVENT_TYPE=push TRAVIS_COMMIT={F} TRAVIS_BRANCH=v2 TRAVIS_TAG=v2 TRAVIS_PULL_REQUEST=false | E F
        travis | Schedule | D | TRAVIS=true TRAVIS_EVENT_TYPE=cron TRAVIS_COMMIT={D} TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST=false | A B C D
        travis | Manual | F | TRAVIS=true TRAVIS_EVENT_TYPE=api TRAVIS_COMMIT={F} TRAVIS_BRANCH=feature TRAVIS_PULL_REQUEST=false | E F
        woodpecker | Push | F | CI=woodpecker CI_PIPELINE_EVENT=push CI_COMMIT_SHA={F} CI_PREV_COMMIT_SHA={E} CI_COMMIT_BRANCH=feature CI_REPO_DEFAULT_BRANCH=main | F
        woodpecker | Push | F | CI=woodpecker CI_PIPELINE_EVENT=push CI_COMMIT_SHA={F} CI_PREV_COMMIT_SHA= CI_COMMIT_BRANCH=feature CI_REPO_DEFAULT_BRANCH=main | E F
        woodpecker | PullRequest | F | CI=woodpecker CI_PIPELINE_EVENT=pull_request CI_COMMIT_SHA={F} CI_PREV_COMMIT_SHA={E} CI_COMMIT_BRANCH=main CI_COMMIT_TARGET_BRANCH=main CI_COMMIT_SOURCE_BRANCH=feature CI_COMMIT_PULL_REQUEST=7 CI_REPO_DEFAULT_BRANCH=main | E F
        woodpecker | Tag | F | CI=woodpecker CI_PIPELINE_EVENT=tag CI_COMMIT_SHA={F} CI_COMMIT_TAG=v2 CI_REPO_DEFAULT_BRANCH=main | E F
        woodpecker | Schedule | D | CI=woodpecker CI_PIPELINE_EVENT=cron CI_COMMIT_SHA={D} CI_COMMIT_BRANCH=main CI_REPO_DEFAULT_BRANCH=main | A B C D
        woodpecker | Manual | F | CI=woodpecker CI_PIPELINE_EVENT=manual CI_COMMIT_SHA={F} CI_COMMIT_BRANCH=feature CI_REPO_DEFAULT_BRANCH=main | E F
        """;
}
