using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Headings;

/// <summary>The verbs at the start of the names of APIs. They distinguish the name of an API from that of a structure.</summary>
internal static class ApiVerbs
{
    private static readonly string[] s_verbs =
    [
        "Add", "Apply", "Attach", "Backup", "Change", "Check", "Clean", "Clone", "Create", "Delete", "Destroy", "Detach", "Disable", "Discover", "Download", "Enable",
        "Export", "Expunge", "Flatten", "Generate", "Get", "Import", "Locate", "Migrate", "Move", "Pause", "Query", "Reboot", "Reconnect", "Recover", "Refresh", "Reload",
        "Remove", "Request", "Resize", "Resume", "Revert", "Revoke", "Run", "Set", "Share", "Start", "Stop", "Submit", "Sync", "Undo", "Update", "Validate",
    ];

    /// <summary>Determines whether a name is a verb and another word, such as <c>StartVmInstance</c>.</summary>
    public static bool StartsWithVerb(string name)
    {
        foreach (string verb in s_verbs)
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && Characters.IsUpper(name[verb.Length]))
                return true;
        }

        return false;
    }
}
