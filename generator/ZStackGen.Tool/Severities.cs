using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool;

/// <summary>The names of severities on the command line and in output.</summary>
internal static class Severities
{
    /// <summary>All names, from the lowest to the highest severity.</summary>
    public static readonly string[] Names = ["info", "warning", "error"];

    /// <summary>Returns the name of <paramref name="severity"/>.</summary>
    public static string Name(FindingSeverity severity) => Names[(int)severity];

    /// <summary>Returns the severity with the name <paramref name="name"/>.</summary>
    public static FindingSeverity Parse(string name) => (FindingSeverity)Array.IndexOf(Names, name);
}
