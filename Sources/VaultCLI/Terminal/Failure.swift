internal import ArgumentParser
internal import Foundation
internal import Wording

/// Ends the program: what happened, what to do, the published exit code.
enum Failure {
    static func end(_ error: any Error) -> Never {
        if let failure = error as? any UserFacing {
            report(failure)
            exit(failure.exitCode.rawValue)
        }
        if let ended = error as? Ended { exit(ended.code.rawValue) }
        let code = VaultCommand.exitCode(for: error)
        if code == .success || code == .validationFailure || error is CleanExit {
            // Help, version, and wrongly typed commands are the argument parser's own words.
            VaultCommand.exit(withError: error)
        }
        // Nothing of an unforeseen error is shown: it could carry clinical text.
        Console.say("Something unforeseen went wrong (\(type(of: error))).")
        Console.say("Run `vault verify`, and tell the makers what you did.")
        exit(ExitCode.failed.rawValue)
    }

    private static func report(_ failure: any UserFacing) {
        if Console.wantsJSON {
            Output.json(
                FailureJSON(
                    error: failure.code, problem: failure.problem, nextStep: failure.nextStep,
                    exitCode: failure.exitCode.rawValue))
        }
        Console.say(failure.problem)
        Console.say(failure.nextStep)
    }

    private struct FailureJSON: Encodable {
        let error: String
        let problem: String
        let nextStep: String
        let exitCode: Int32
    }
}

/// The command has said what it had to say; the program ends with this code.
struct Ended: Error {
    let code: Wording.ExitCode
}
