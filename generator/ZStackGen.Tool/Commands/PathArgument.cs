using System.CommandLine;

namespace ZStackGen.Tool.Commands;

/// <summary>The argument for the pages to read, the same for every command.</summary>
internal static class PathArgument
{
    /// <summary>Creates the argument.</summary>
    public static Argument<string[]> Create() => new("PATH")
    {
        Description = "Page files (.md, .txt) and folders of pages. README.md, glossary.md and names that start with '_' are not pages.",
        Arity = ArgumentArity.OneOrMore,
    };
}
