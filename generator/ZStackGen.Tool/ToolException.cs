using System;

namespace ZStackGen.Tool;

/// <summary>The command cannot be completed. The message states the reason and is shown without a stack trace.</summary>
internal sealed class ToolException(string message) : Exception(message)
{
    /// <summary>Returns the message of a failure in terms of the command line: without parameters of .NET, and without the options of the client.</summary>
    /// <param name="failure">The failure.</param>
    public static string TextOf(Exception failure)
    {
        string parameter = failure is ArgumentException { ParamName: { Length: > 0 } name } ? $" (Parameter '{name}')" : "";
        string message = parameter.Length > 0 && failure.Message.EndsWith(parameter, StringComparison.Ordinal) ? failure.Message[..^parameter.Length] : failure.Message;
        return LibraryTerms.Replace(message);
    }
}
