using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool;

/// <summary>The names of severities on the command line and in output.</summary>
internal static class Severities
{
    /// <summary>All names, the mildest first.</summary>
    public static readonly string[] Names = ["info", "warning", "error"];

    /// <summary>The name of <paramref name="severity"/>.</summary>
    public static string Name(FindingSeverity severity) => Names[(int)severity];

    /// <summary>The severity called <paramref name="name"/>.</summary>
    public static FindingSeverity Parse(string name) => (FindingSeverity)Array.IndexOf(Names, name);
}
