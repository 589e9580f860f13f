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
            endAsTyped(error)
        }
        // Nothing of an unforeseen error is shown: it could carry clinical text.
        Console.say("Something unforeseen went wrong (\(type(of: error))).")
        Console.say("Run `vault verify`, and tell the makers what you did.")
        exit(ExitCode.failed.rawValue)
    }

    /// Help and version are results; a wrongly typed command is answered in the parser's words,
    /// without repeating what was typed where a name could stand.
    private static func endAsTyped(_ error: any Error) -> Never {
        let code = VaultCommand.exitCode(for: error)
        guard code != .success else { VaultCommand.exit(withError: error) }
        let typed = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("-") }
        let message = VaultCommand.message(for: error)
        let isOurs = error is ValidationError
        let repeated = typed.first { $0.count > 2 && message.contains("'\($0)'") }
        if !isOurs, let repeated {
            // Where there are choices, they help more than that something is wrong.
            Console.say(
                message.hasPrefix("The value '\(repeated)' ")
                    ? message.replacing("'\(repeated)' ", with: "")
                    : "This command was not understood: a word in it is too many or mistyped.")
        } else {
            Console.say(message)
        }
        Console.say("Run it with `--help` to see what it takes, with an example.")
        exit(Wording.ExitCode.wrongUsage.rawValue)
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
