using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Mono.Cecil;

/// <summary>
/// Writes a copy of an assembly that is named after the destination file and refers to no newer version of a library than the references given.
/// Compiled by MSBuild when the copy is out of date; the same input gives the same bytes.
/// </summary>
public sealed class RenameAssembly : Task
{
    [Required]
    public string Source { get; set; }

    [Required]
    public string Destination { get; set; }

    /// <summary>The libraries the copy will meet at run time.</summary>
    [Required]
    public ITaskItem[] References { get; set; }

    public override bool Execute()
    {
        var met = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase);
        foreach (ITaskItem reference in References)
        {
            AssemblyName name = AssemblyName.GetAssemblyName(reference.ItemSpec);
            met[name.Name] = name.Version;
        }

        using (AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(Source))
        {
            if (assembly.Name.HasPublicKey)
            {
                Log.LogError("{0} is strong-named: renaming it would break its signature.", Source);
                return false;
            }

            foreach (AssemblyNameReference reference in assembly.MainModule.AssemblyReferences)
            {
                if (!met.TryGetValue(reference.Name, out Version version))
                {
                    Log.LogError("{0} refers to {1}, which the references of this project do not hold.", Source, reference.FullName);
                    return false;
                }

                if (reference.Version > version)
                    reference.Version = version;
            }

            assembly.Name.Name = Path.GetFileNameWithoutExtension(Destination);
            assembly.MainModule.Name = Path.GetFileName(Destination);
            Directory.CreateDirectory(Path.GetDirectoryName(Destination));
            assembly.Write(Destination, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        }

        Log.LogMessage(MessageImportance.High, "{0} -> {1}", Source, Destination);
        return true;
    }
}
