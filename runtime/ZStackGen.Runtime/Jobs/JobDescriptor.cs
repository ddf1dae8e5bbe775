namespace ZStack;

// Stands for the API of a job that was resumed by its id alone.
internal static class JobDescriptor
{
    public static readonly ApiDescriptor Unknown = new("Job", "GET", "/v1/api-jobs/{uuid}", ApiTraits.None);
}
