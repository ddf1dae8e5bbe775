using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Mono.Cecil;

/// <summary>
/// Writes a copy of an assembly that is named after the destination file and refers to no newer version of a library than the references given.
/// Fails when the copy uses a member that these do not have. Compiled by MSBuild when the copy is out of date; the same input gives the same bytes.
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
        using (var libraries = new Libraries(References))
        using (AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(Source, new ReaderParameters { AssemblyResolver = libraries }))
        {
            if (assembly.Name.HasPublicKey)
                Log.LogError("{0} is strong-named: renaming it would break its signature.", Source);

            foreach (AssemblyNameReference reference in assembly.MainModule.AssemblyReferences)
            {
                if (!libraries.Paths.TryGetValue(reference.Name, out string path))
                    Log.LogError("{0} refers to {1}, which the references of this project do not hold.", Source, reference.FullName);
                else if (AssemblyName.GetAssemblyName(path).Version is Version met && met < reference.Version)
                    reference.Version = met;
            }

            if (!Log.HasLoggedErrors)
                CheckMembers(assembly.MainModule);
            if (Log.HasLoggedErrors)
                return false;

            assembly.Name.Name = Path.GetFileNameWithoutExtension(Destination);
            assembly.MainModule.Name = Path.GetFileName(Destination);
            Directory.CreateDirectory(Path.GetDirectoryName(Destination));
            assembly.Write(Destination, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        }

        Log.LogMessage(MessageImportance.High, "{0} -> {1}", Source, Destination);
        return true;
    }

    private void CheckMembers(ModuleDefinition module)
    {
        foreach (TypeReference type in module.GetTypeReferences())
        {
            if (type.Resolve() == null)
                Log.LogError("{0} uses {1}, which {2} does not have.", Source, type.FullName, type.Scope);
        }

        foreach (MemberReference member in module.GetMemberReferences())
        {
            // An array's members are made by the runtime, no library has them.
            if (!(member.DeclaringType is ArrayType) && member.Resolve() == null)
                Log.LogError("{0} uses {1}, which {2} does not have.", Source, member.FullName, member.DeclaringType.Scope);
        }
    }

    /// <summary>Finds a library by its simple name alone.</summary>
    private sealed class Libraries : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _open = new Dictionary<string, AssemblyDefinition>();

        public Libraries(ITaskItem[] references)
        {
            foreach (ITaskItem reference in references)
                Paths[Path.GetFileNameWithoutExtension(reference.ItemSpec)] = reference.ItemSpec;
        }

        public Dictionary<string, string> Paths { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            if (!_open.TryGetValue(name.Name, out AssemblyDefinition assembly))
            {
                if (!Paths.TryGetValue(name.Name, out string path))
                    throw new AssemblyResolutionException(name);
                _open[name.Name] = assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
            }

            return assembly;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (AssemblyDefinition assembly in _open.Values)
                assembly.Dispose();
            base.Dispose(disposing);
        }
    }
}
