using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>
/// Compares generated files with those in <c>Snapshots</c>: <c>Test#Hint.verified.cs</c>. A difference writes a <c>.received.cs</c> next to
/// it. <c>ACCEPT_SNAPSHOTS=1</c> accepts the received file. A missing or an unused snapshot also fails.
/// </summary>
internal static class Snapshot
{
    public static void Match(GeneratorRun run, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        bool accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        var expected = new HashSet<string>(Directory.GetFiles(folder, test + "#*.verified.cs"), StringComparer.Ordinal);
        foreach ((string hint, string text) in run.Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())))
        {
            string name = Path.Combine(folder, test + "#" + hint[..^".g.cs".Length]);
            string verified = name + ".verified.cs";
            string received = name + ".received.cs";
            File.Delete(received);
            if (expected.Remove(verified) && File.ReadAllText(verified) == text)
                continue;
            if (accept)
            {
                File.WriteAllText(verified, text);
                continue;
            }

            File.WriteAllText(received, text);
            failures.Add(File.Exists(verified) ? "Differs: " + received : "Has no snapshot: " + received);
        }

        foreach (string stale in expected)
        {
            if (accept)
                File.Delete(stale);
            else
                failures.Add("Is generated no more: " + stale);
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures) + "\nSet ACCEPT_SNAPSHOTS=1 to accept.");
    }
}
