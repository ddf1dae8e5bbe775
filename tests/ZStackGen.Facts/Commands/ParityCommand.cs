using System.CommandLine;

namespace ZStackGen.Facts.Commands;

/// <summary><c>parity FACTS SPECS</c>: compares the pages with the facts.</summary>
internal static class ParityCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("parity", "Compare the pages with the facts.");
}
