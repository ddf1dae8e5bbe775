using System;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the class of a structure.</summary>
internal sealed class StructureEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly Documentation _documentation = new(writer);
    private readonly AttributeEmitter _attributes = new(writer);
    private readonly MemberEmitter _members = new(writer, options);
    private readonly EnumerationEmitter _enumerations = new(writer, options);
    private readonly QueryEmitter _queries = new(writer);

    public void Emit(CatalogStructure structure)
    {
        var name = new Identifier(structure.TypeName);
        _documentation.Structure(structure);
        _attributes.Type(structure.Since, structure.Description);
        Code parent = structure.Extends is { } extended ? $"{new Identifier(extended)}" : RuntimeNames.Structure;
        writer.Line($"{Code.If(options.IsPublic, $"public", $"internal")} partial class {name} : {parent}");
        writer.Open();
        var types = new TypeText(options, structure.Members, structure.HiddenTypes);
        Presence presence = Presence.Of(structure);
        foreach (CatalogMember member in structure.Members)
        {
            _members.Field(member, types, presence, structure.Since);
            writer.EndLine();
        }

        _members.ReadFactory(name, hidesBase: structure.Extends is not null, structure.Subclasses);
        if (structure.Members.Count > 0)
        {
            writer.EndLine();
            _members.ReadMember(structure.Members, types, presence);
            writer.EndLine();
            _members.WriteMembers(structure.Members, presence, hasBase: structure.Extends is not null);
        }

        Text(structure, presence);
        _queries.Emit(structure, types, presence);
        foreach (CatalogEnumeration enumeration in structure.Enumerations)
        {
            writer.EndLine();
            _enumerations.Emit(enumeration, structure.TypeName, structure.HasQueryFields);
        }

        writer.Close();
    }

    /// <summary>Writes <c>ToString</c> with the name and the UUID. Other fields are not shown, because they can be secret.</summary>
    private void Text(CatalogStructure structure, Presence presence)
    {
        Code? name = Find(structure, "name", presence);
        Code? uuid = Find(structure, "uuid", presence);
        if (name is null && uuid is null)
            return;
        writer.EndLine();
        writer.Line($"public override string ToString() => {RuntimeNames.StructureText}.Describe(this, {name ?? $"null"}, {uuid ?? $"null"});");
    }

    private static Code? Find(CatalogStructure structure, string name, Presence presence)
    {
        foreach (CatalogMember member in structure.Members)
        {
            if (member.Type.Kind == ValueKind.String && string.Equals(member.Name, name, StringComparison.Ordinal))
                return presence.Storage(member);
        }

        return null;
    }
}
