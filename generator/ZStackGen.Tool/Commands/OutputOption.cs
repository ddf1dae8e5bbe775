using System.CommandLine;

namespace ZStackGen.Tool.Commands;

/// <summary>The option <c>--output</c>, in which <c>-</c> is the standard output for every command.</summary>
internal static class OutputOption
{
    /// <summary>Creates the option of a command that writes a file.</summary>
    public static Option<string?> File() => new("--output", "-o") { Description = "The file to write. The default is standard output, as is '-'.", HelpName = "FILE" };

    /// <summary>Creates the option of a command that writes pages below <c>specs</c> by default.</summary>
    /// <param name="description">The description, with the meaning of <c>-</c> if the command can print a page.</param>
    public static Option<string> Specs(string description) =>
        new("--output", "-o") { Description = description, DefaultValueFactory = static _ => "specs", HelpName = "DIR" };

    /// <summary>Creates the option of a command that writes pages and has no default folder.</summary>
    /// <param name="description">The description, with the meaning of <c>-</c> if the command can print a page.</param>
    public static Option<string?> Folder(string description) => new("--output", "-o") { Description = description, HelpName = "DIR" };

    /// <summary>Returns true if the value of the option is the standard output.</summary>
    public static bool IsStandardOutput(string? value) => value == "-";
}
