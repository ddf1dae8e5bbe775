using System.IO;

namespace Worker;

/// <summary>The file with the UUID of the long job that the worker waits for.</summary>
internal sealed class JobFile(string path)
{
    /// <summary>Returns the stored UUID, or null if no long job is pending.</summary>
    public string? Read() => File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>Stores a UUID. After a crash the file has all of it, or does not exist.</summary>
    public void Write(string uuid)
    {
        string temporary = path + ".new";
        File.WriteAllText(temporary, uuid);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Deletes the file, because the long job has ended.</summary>
    public void Delete() => File.Delete(path);
}
