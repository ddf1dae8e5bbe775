using System.Linq;
using Microsoft.CodeAnalysis;

namespace ZStackGen.CodeFixes;

/// <summary>Converts a version to a C# expression.</summary>
internal static class VersionExpression
{
    private const string Type = "global::ZStack.ZStackVersion";

    /// <summary>Returns the shortest constant for the version, such as <c>ZStackVersion.V5_0</c>, or a call of <c>Parse</c> if there is no constant.</summary>
    public static string Of(Compilation compilation, string version)
    {
        INamedTypeSymbol? type = compilation.GetTypeByMetadataName("ZStack.ZStackVersion");
        string name = "V" + version.Replace('.', '_');
        string shorter = name.EndsWith("_0", System.StringComparison.Ordinal) && name.Count(static c => c == '_') == 2 ? name.Substring(0, name.Length - 2) : name;
        foreach (string candidate in new[] { shorter, name })
        {
            if (type?.GetMembers(candidate).IsEmpty == false)
                return Type + "." + candidate;
        }

        return Type + ".Parse(\"" + version + "\")";
    }
}
